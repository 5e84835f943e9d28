"""Every deadline of a person in one place: on the desk, in her own calendar program, and as a message each morning."""
