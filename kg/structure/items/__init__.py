"""The items of agendas and minutes, with numbers and without."""
