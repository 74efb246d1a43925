"""Small values every room uses: whole rupiah, contribution months, reached ages, working days."""
