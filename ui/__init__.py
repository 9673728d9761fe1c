"""The window: Qt Widgets that show what `facilitator` knows, and hold no rules of their own."""
