"""The least that Django can do: no middleware, no database, one view that returns BODY_BYTES constant bytes."""

import os

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

BODY = b"x" * int(os.environ["BODY_BYTES"])

settings.configure(SECRET_KEY="x" * 50, ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, MIDDLEWARE=[], INSTALLED_APPS=[])
django.setup()


def constant(request):
    return HttpResponse(BODY)


urlpatterns = [path("", constant)]
application = get_wsgi_application()
