"""Tests of `kg/extraction/attendance`."""
