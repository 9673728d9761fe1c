"""The parts that pages are built of. They paint what they are told, hold no language and know no workspace."""
