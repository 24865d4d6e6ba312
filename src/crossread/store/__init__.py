"""The record file: a Protocol, and SQLite behind it."""
