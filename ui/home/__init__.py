"""The first page: what asks for the facilitator, and the networks; or, where there are none yet, a welcome."""
