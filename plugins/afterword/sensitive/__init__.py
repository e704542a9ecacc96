"""What in a text is a secret or personal data: a file for each family, and two functions that ask them all."""
