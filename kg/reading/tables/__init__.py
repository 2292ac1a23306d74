"""Tables: ruled, typed with tabs or blanks, or laying out running text."""
