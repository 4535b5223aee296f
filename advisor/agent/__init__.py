"""One turn and one draft: the ports, and the straight line that joins them."""
