"""What changed in the law between two days, and what that means for one worker."""
