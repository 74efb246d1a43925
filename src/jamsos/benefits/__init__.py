"""Benefits by event (`death`, `work_accident`), and who takes them (`family`)."""
