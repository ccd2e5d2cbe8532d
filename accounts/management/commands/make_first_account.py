import secrets

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand

NAME = "staff"


class Command(BaseCommand):
    help = "Make one staff account with a random password and print it, where there is no account yet."

    def handle(self, **options):
        users = get_user_model().objects
        if users.exists():
            return
        password = secrets.token_urlsafe(12)
        users.create_superuser(NAME, password=password)
        self.stdout.write(f"Staff account made. Name: {NAME}  Password: {password}  (shown once; change it in /admin/)")
