"""Measurements on development data, and the gate whose floors only rise."""
