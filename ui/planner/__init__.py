"""The planner: the agenda of one meeting, built from methods."""
