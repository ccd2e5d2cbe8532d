import gc
import os

from django.core.wsgi import get_wsgi_application
from django.utils.module_loading import import_string

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gwangju_ai.settings")

# Once Django is set up: the answers in front of it read the register.
application = get_wsgi_application()
application = import_string("gwangju_ai.page_cache.front.PagesAtHand")(application)

# What was loaded stays. Left to the collector of garbage, it would be looked through again after every few pages.
gc.collect()
gc.freeze()
