"""Whole segments at once: Arrow tables in, one row of the manifest a segment, and look-ups that read little."""
