"""jamsos."""
