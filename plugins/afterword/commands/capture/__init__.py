"""What is gathered at 3 a.m.: where it is kept, what is in it, and the report that is made of it the next morning."""
