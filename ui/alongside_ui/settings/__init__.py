"""Settings of the organisation and of the person at the keyboard."""
