"""Back up a site, ship the backup, deploy a new release."""

__version__ = "1.0.0"
