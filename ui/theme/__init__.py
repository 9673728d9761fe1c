"""The look of the window: tokens, and the palette, style sheet, fonts and icons made from them."""
