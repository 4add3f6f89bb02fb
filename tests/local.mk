# unit tests come in a commit of their own
