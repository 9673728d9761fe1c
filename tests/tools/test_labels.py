import plistlib
from types import SimpleNamespace

import pytest

from tools.labels import mac_info, windows_version


def read(text):
    """What PyInstaller makes of a version resource, which it evaluates."""

    def made(*parts, **named):
        return SimpleNamespace(parts=parts, **named)

    names = ("VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "VarFileInfo", "VarStruct")
    return eval(text, {"StringStruct": lambda name, said: (name, said), **dict.fromkeys(names, made)})


@pytest.mark.parametrize(
    ("version", "four"), [("0.1.0", (0, 1, 0, 0)), ("1.12.3.4.5", (1, 12, 3, 4)), ("2.0.dev7", (2, 0, 7, 0))]
)
def test_windows_gets_the_version_as_four_numbers_and_as_it_is_written(version, four):
    resource = read(windows_version(version))

    (table,) = resource.kids[0].parts[0]
    assert resource.ffi.filevers == resource.ffi.prodvers == four
    assert dict(table.parts[1])["ProductVersion"] == version


def test_the_texts_of_the_resource_are_in_the_language_that_it_points_to():
    resource = read(windows_version("0.1.0"))

    (table,) = resource.kids[0].parts[0]
    (pointer,) = resource.kids[1].parts[0]
    language, coding = pointer.parts[1]
    assert table.parts[0] == f"{language:04X}{coding:04X}"


def test_macos_knows_the_pack_and_is_not_promised_that_the_app_opens_it():
    info = plistlib.loads(plistlib.dumps(mac_info("0.1.0")))

    (kind,) = info["UTExportedTypeDeclarations"]
    (document,) = info["CFBundleDocumentTypes"]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["netpack"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert document["CFBundleTypeRole"] == "None"
