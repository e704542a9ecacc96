"""What keeps an imported report off the site until a person has read it."""
