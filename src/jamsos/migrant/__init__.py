"""Migrant workers (*pekerja migran Indonesia*), whose law is their own."""
