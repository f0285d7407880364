"""Measures: from records and reference tables to figures, one file each.

Every measure takes Arrow tables (or numpy arrays) in the shapes of `tables`, says its formula and paper, and returns
`model.Figure`s with value, interval, n and inputs; relational ones are Ibis expressions (`cooperation`, `relational`).
"""
