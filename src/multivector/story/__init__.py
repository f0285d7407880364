"""A case's articles together: one event or statement told in many, where they disagree, the timeline, the sources."""
