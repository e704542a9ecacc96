"""One report as one HTML file that needs nothing else: to be read, printed and commented on by people without git."""
