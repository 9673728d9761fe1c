"""What a system shows about the program: Windows' version resource, and macOS's Info.plist with its kind of file."""

import re
from typing import Any

from facilitator.desk.registering import PACK

NAME = "Facilitator"
SAYS = "A desktop companion for people who facilitate leader networks"
LICENCE = "Mozilla Public License 2.0"
BUNDLE = "facilitator.desktop"
ENGLISH_UNICODE = (1033, 1200)


def windows_version(version: str) -> str:
    """The version resource, as PyInstaller reads it from a file."""
    four = (*(int(number) for number in re.findall(r"\d+", version)), 0, 0, 0, 0)[:4]
    texts = {
        "CompanyName": NAME,
        "FileDescription": NAME,  # what the task manager and the firewall call it
        "FileVersion": version,
        "InternalName": "facilitator",
        "LegalCopyright": LICENCE,
        "OriginalFilename": "facilitator.exe",
        "ProductName": NAME,
        "ProductVersion": version,
        "Comments": SAYS,
    }
    said = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    language = "".join(f"{number:04X}" for number in ENGLISH_UNICODE)
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={four}, prodvers={four}), kids=["
        f"StringFileInfo([StringTable({language!r}, [{said}])]), "
        f"VarFileInfo([VarStruct('Translation', {list(ENGLISH_UNICODE)})])])\n"
    )


def mac_info(version: str) -> dict[str, Any]:
    """What Info.plist says besides PyInstaller's own lines.

    The bundle defines the pack as a kind of file and gives it its icon; the role None says that it opens none. A sealed
    one is not named: macOS looks at the last ending alone, and `.age` belongs to others too.
    """
    pack, kind = f"{BUNDLE}.netpack", "Handover pack"
    return {
        "CFBundleDisplayName": NAME,
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleLocalizations": ["en", "da"],
        "LSApplicationCategoryType": "public.app-category.business",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": LICENCE,
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": pack,
                "UTTypeDescription": kind,
                "UTTypeConformsTo": ["public.zip-archive"],
                "UTTypeTagSpecification": {"public.filename-extension": ["netpack"], "public.mime-type": [PACK]},
            }
        ],
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": kind,
                "CFBundleTypeRole": "None",
                "CFBundleTypeIconFile": "facilitator.icns",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [pack],
            }
        ],
    }
