"""What the family receives: death benefits of JKK and JKM, scholarship, heirs."""
