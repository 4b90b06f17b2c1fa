"""Dualtrack."""
