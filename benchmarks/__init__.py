"""Quality and speed, measured: each benchmark prints its figures beside a floor that can only be raised."""
