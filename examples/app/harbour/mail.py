"""A mail to the operator, if the settings name one."""

import smtplib
import webbrowser
from email.message import EmailMessage
from typing import Optional

from .health import this_host


def compose(to: str, subject: str, text: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = f"harbour@{this_host()}"
    message["To"] = to
    message["Subject"] = subject
    message.set_content(text)
    return message


def send(host: str, to: Optional[str], subject: str, text: str) -> bool:
    """False if nobody is to be told."""
    if to is None:
        return False
    with smtplib.SMTP(host, timeout=20) as server:
        server.send_message(compose(to, subject, text))
    return True


def show(url: str) -> bool:
    return webbrowser.open(url)
