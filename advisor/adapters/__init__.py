"""The outer world: every library and file the program touches is behind one of these modules."""
