"""Qt threads around the services, so that the window never waits."""
