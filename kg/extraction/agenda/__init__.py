"""The items of agendas."""
