"""Reading a city's press release of a signing: text in, what it says out. Neither Django nor a database."""
