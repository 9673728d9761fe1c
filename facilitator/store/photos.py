"""Photos and their pictures: kept together, and the picture gone for good when its photo leaves the bin."""

from facilitator.model.outcome import Photo
from facilitator.model.photo import plain_size
from facilitator.model.trouble import Trouble
from facilitator.store import outcomes
from facilitator.store.database import Database


def add_photo(database: Database, photo: Photo, picture: bytes) -> None:
    """Keep a new photo outside a run. Raises photo_not_plain and what keeping any record does."""
    with database.atomic():
        keep_picture(database, photo, picture)
        outcomes.save_outcome(database, photo)


def keep_picture(database: Database, photo: Photo, picture: bytes) -> None:
    """Put a picture beside its photo, inside the caller's transaction. A picture is never changed afterwards."""
    if plain_size(picture) != (photo.width, photo.height):
        raise Trouble("photo_not_plain")
    database.run("INSERT INTO pictures (photo, bytes) VALUES (?, ?)", (photo.id, picture))


def picture_of(database: Database, photo_id: str) -> bytes:
    """The JPEG of a photo, also of one that lies in the bin. Raises Trouble("no_such_record")."""
    found = database.value("SELECT bytes FROM pictures WHERE photo = ?", (photo_id,))
    if found is None:
        raise Trouble("no_such_record")
    return bytes(found)
