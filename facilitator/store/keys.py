"""The key of a store: 32 random bytes, kept beside it in wrappings that each open with something the user has.

The store itself is locked with the bytes as they are; a passphrase only unwraps them, so that changing it rewrites
this small file and not the store. Kinds of wrapping that this version doesn't know are kept as they are.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from facilitator.model.trouble import Trouble

FORMAT = 1
KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_LABEL = b"facilitator store key 1"

# scrypt as RFC 7914 advises for interactive use: about 50 ms and 16 MB, paid once at each opening.
_COST, _BLOCK, _PARALLEL = 1 << 14, 8, 1
# A key file may come from elsewhere: it must not be able to ask for endless memory or time.
_MOST_WORK = 1 << 24


class PassphraseWrapping(msgspec.Struct, frozen=True, kw_only=True):
    """The key sealed by a passphrase."""

    kind: str = "passphrase"
    kdf: str = "scrypt"
    n: int
    r: int
    p: int
    salt: bytes
    nonce: bytes
    sealed: bytes


class KeyFile(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that opens a store, each as it was written."""

    format: int = FORMAT
    wrappings: tuple[dict[str, Any], ...] = ()


def key_path(store: Path) -> Path:
    """Where the key of that store lies: its full name and `.key`."""
    return store.with_name(store.name + ".key")


def new_key() -> bytes:
    """A key nobody has."""
    return os.urandom(KEY_BYTES)


def wrapped(key: bytes, passphrase: str, others: KeyFile | None = None) -> KeyFile:
    """The key file in which this passphrase opens the key; wrappings of other kinds stay."""
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    sealed = _cipher(passphrase, salt, n=_COST, r=_BLOCK, p=_PARALLEL).encrypt(nonce, key, _LABEL)
    mine = PassphraseWrapping(n=_COST, r=_BLOCK, p=_PARALLEL, salt=salt, nonce=nonce, sealed=sealed)
    kept = tuple(each for each in others.wrappings if each.get("kind") != mine.kind) if others else ()
    return KeyFile(wrappings=(*kept, msgspec.to_builtins(mine)))


def unwrapped(file: KeyFile, passphrase: str | None) -> bytes:
    """The key. Raises Trouble: passphrase_needed, passphrase_wrong, store_newer or store_key_damaged."""
    if file.format > FORMAT:
        raise Trouble("store_newer")
    mine = [each for each in file.wrappings if each.get("kind") == "passphrase"]
    if not mine:
        raise Trouble("store_newer")
    if not passphrase:
        raise Trouble("passphrase_needed")
    for each in mine:
        key = _opened(each, passphrase)
        if key is not None:
            return key
    raise Trouble("passphrase_wrong")


def read(path: Path) -> KeyFile:
    """The key file. Raises Trouble("store_key_missing") or ("store_key_damaged")."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=KeyFile)
    except FileNotFoundError:
        raise Trouble("store_key_missing") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Trouble("store_key_damaged") from None


def write(path: Path, file: KeyFile) -> None:
    """Put the key file there whole, for the user's eyes alone; what was there is replaced."""
    with _written_beside(path, file) as beside:
        beside.replace(path)


def write_first(path: Path, file: KeyFile) -> bool:
    """Put the key file there whole, unless there is one already; whether it was put there."""
    with _written_beside(path, file) as beside:
        try:
            os.link(beside, path)  # unlike renaming, this replaces nothing
        except FileExistsError:
            return False
        except OSError:  # a file system without links
            if path.exists():
                return False
            beside.rename(path)
        return True


@contextmanager
def _written_beside(path: Path, file: KeyFile) -> Iterator[Path]:
    beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n")
            out.flush()
            os.fsync(out.fileno())
        yield beside
    finally:
        beside.unlink(missing_ok=True)


def _opened(wrapping: dict[str, Any], passphrase: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag

    try:
        found = msgspec.convert(wrapping, PassphraseWrapping)
    except msgspec.ValidationError:
        raise Trouble("store_key_damaged") from None
    if found.kdf != "scrypt":
        raise Trouble("store_newer")
    if found.n * found.r * found.p > _MOST_WORK or len(found.nonce) != _NONCE_BYTES:
        raise Trouble("store_key_damaged")
    try:
        cipher = _cipher(passphrase, found.salt, n=found.n, r=found.r, p=found.p)
        key = cipher.decrypt(found.nonce, found.sealed, _LABEL)
    except InvalidTag:
        return None
    except ValueError:
        raise Trouble("store_key_damaged") from None
    return key if len(key) == KEY_BYTES else None


def _cipher(passphrase: str, salt: bytes, *, n: int, r: int, p: int) -> Any:
    # Imported here: only a keyed store needs it, and a plain one starts faster without.
    import unicodedata

    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    # The same letters can be typed as one character or two, by platform: å must open what å locked.
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return ChaCha20Poly1305(Scrypt(salt=salt, length=KEY_BYTES, n=n, r=r, p=p).derive(secret))
