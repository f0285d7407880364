"""Tools for the project itself: fits of what ships, and generated pages."""
