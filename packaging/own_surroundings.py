"""Lets whatever the app opens have surroundings of its own; run by the installed program before the app.

What starts the program points LD_LIBRARY_PATH and Qt's variables at its folder. The libraries are found by then, and
PySide6 knows by itself where Qt's plugins lie; but a PDF reader or file manager that the app opens would inherit the
variables, and break on libraries that are not its own.
"""

import os

os.environ.pop("QT_PLUGIN_PATH", None)
os.environ.pop("QML2_IMPORT_PATH", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if (before := os.environ.pop("LD_LIBRARY_PATH_ORIG", None)) is not None:
    os.environ["LD_LIBRARY_PATH"] = before
