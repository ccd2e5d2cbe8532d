"""All settings, one file, from the environment. Without any it runs in a safe local mode (see .env.example)."""

import re
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from gwangju_ai.environment import local_secret_key, read, read_caches, read_databases, wrong

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
environ.Env.read_env(BASE_DIR / ".env")

# Local mode: no SECRET_KEY given. It answers to this machine only and keeps its data in var/.
SECRET_KEY = read("str", "SECRET_KEY", "", "")
LOCAL = not SECRET_KEY
SECRET_KEY = SECRET_KEY or local_secret_key(VAR_DIR / "secret_key")

DEBUG = read("bool", "DEBUG", False, "Set it to true or false.")
ALLOWED_HOSTS = read("list", "ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"] if LOCAL else [], "List host names.")
if not ALLOWED_HOSTS:
    raise wrong("ALLOWED_HOSTS", "With SECRET_KEY set, list the host names of the site, separated by commas.")
if not LOCAL and len(SECRET_KEY) < 50:
    raise wrong("SECRET_KEY", "Give it at least 50 random characters.")
CSRF_TRUSTED_ORIGINS = read("list", "CSRF_TRUSTED_ORIGINS", [], "List origins like https://example.go.kr.")

DATABASES = read_databases(f"sqlite:///{VAR_DIR / 'register.sqlite3'}")

INSTALLED_APPS = [
    "gwangju_ai.apps.RegisterAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django_filters",
    "django_tables2",
    "simple_history",
    "import_export",
    "csp",
    "corsheaders",
    "rest_framework",
    "drf_spectacular",
    "common",
    "accounts",
    "editions",
    "sources",
    "companies",
    "agreements",
    "figures",
    "synthetic",
    "intake",
    "staff",
    "open_data",
    "api",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "gwangju_ai.page_cache.middleware.PageCacheMiddleware",
    "csp.middleware.CSPMiddleware",
    "gwangju_ai.public_addresses.NotToBeFoundMiddleware",
    "accounts.sessions.IdleSessionMiddleware",
    "gwangju_ai.language.AddressLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "gwangju_ai.public_addresses.ReadOnlyMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "gwangju_ai.public_addresses.RefusedParametersMiddleware",
]

ROOT_URLCONF = "gwangju_ai.urls"
WSGI_APPLICATION = "gwangju_ai.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "gwangju_ai.site.site",
                "accounts.sessions.idle_time",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "common.templatetags.register_text",
                "gwangju_ai.head_tags",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
INSTALLED_APPS.append("django.forms")
DJANGO_TABLES2_TEMPLATE = "components/table.html"

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LANGUAGE_CODE = "ko"
LANGUAGES = [("ko", _("Korean")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["gwangju_ai.formats"]
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = "Asia/Seoul"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Security. HTTPS is on wherever SECRET_KEY is set; turn it off only behind something that already does it.
HTTPS = read("bool", "HTTPS", not LOCAL, "Set it to true or false.")
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
BEHIND_PROXY = read("bool", "BEHIND_PROXY", False, "Set it to true only behind a proxy that sets X-Forwarded-… itself.")
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_MINUTES = read("int", "SESSION_MINUTES", 30, "Set it to a whole number.")
if not 1 <= SESSION_MINUTES <= 720:
    raise wrong("SESSION_MINUTES", "Set it to 1 to 720 minutes; public bodies in Korea use 10 to 30.")
SESSION_COOKIE_AGE = SESSION_MINUTES * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# In the session, for a page that has begun can set no more cookies (editions/watching.py).
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_FAILURE_VIEW = "gwangju_ai.errors.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
# The API: whoever may read it may do so as often as this within a minute (api/throttling.py).
API_REQUESTS_PER_MINUTE = read("int", "API_REQUESTS_PER_MINUTE", 300, "Set it to a whole number.")
if API_REQUESTS_PER_MINUTE < 1:
    raise wrong("API_REQUESTS_PER_MINUTE", "Set it to at least 1.")
# Who asked how often is counted for a minute, for all processes alike. Pages: gwangju_ai/page_cache/.
CACHES = read_caches(VAR_DIR)
# The menus: they depend on the language, the page and its clocks alone. Not while templates change under the program.
_OF_MENUS = "dummy.DummyCache" if DEBUG else "locmem.LocMemCache"
CACHES["template_fragments"] = {"BACKEND": f"django.core.cache.backends.{_OF_MENUS}", "LOCATION": "menus"}
PAGE_CACHE_MB = read("int", "PAGE_CACHE_MB", 64, "Set it to a whole number of megabytes; 0 keeps no pages.")
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "api.openapi.RegisterSchema",
    "DEFAULT_THROTTLE_CLASSES": ["api.throttling.ClientThrottle"],
    "EXCEPTION_HANDLER": "api.problems.answer_exception",
    "UNAUTHENTICATED_USER": None,
    # Whom the server talks to; behind a proxy, whom the proxy says it talks to.
    "NUM_PROXIES": 1 if BEHIND_PROXY else 0,
}
SPECTACULAR_SETTINGS = {
    "TITLE": _("Register of Gwangju's AI agreements"),
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    "DISABLE_DOCSTRING_DESCRIPTIONS": True,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "POSTPROCESSING_HOOKS": ["api.shared_parts.share_repeated_parts"],
}
# What is given away may be read from any page: the API, open data, feeds, badges, citations.
CORS_URLS_REGEX = r"^/api/|^(?!/admin/)(/en)?/((data|feeds)/|embed/.+\.svg$|.+/(citation\.\w+|[\w-]+\.csv)$)"
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_ALLOW_HEADERS = ["accept", "accept-language", "if-none-match"]
CORS_EXPOSE_HEADERS = [
    "Content-Disposition",
    "ETag",
    "RateLimit-Limit",
    "RateLimit-Remaining",
    "RateLimit-Reset",
    "Retry-After",
]
# A round of forty firms with three signatories each stays well below; Django's 1,000 does not.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

LOG_LEVEL = read("str", "LOG_LEVEL", "WARNING", "")
if LOG_LEVEL not in ("DEBUG", "INFO", "WARNING", "ERROR"):
    raise wrong("LOG_LEVEL", "Set it to DEBUG, INFO, WARNING or ERROR.")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
}

# Four eyes: with this on, whoever wrote a draft cannot publish it.
PUBLISH_NEEDS_SECOND_PERSON = read("bool", "PUBLISH_NEEDS_SECOND_PERSON", False, "Set it to true or false.")

# Who runs the register. The operator's name changed on 1 July 2026; past rounds keep the party that signed them.
OPERATOR = {
    "name_ko": read("str", "OPERATOR_NAME", "전남광주통합특별시", ""),
    "name_en": read("str", "OPERATOR_NAME_EN", "Jeonnam-Gwangju Special City", ""),
    "address": read("str", "OPERATOR_ADDRESS", "", ""),
    "department": read("str", "OPERATOR_DEPARTMENT", "", ""),
    "phone": read("str", "OPERATOR_PHONE", "", ""),
    "hours": read("str", "OPERATOR_HOURS", "", ""),
    "email": read("str", "OPERATOR_EMAIL", "", ""),
    "privacy_officer": read("str", "OPERATOR_PRIVACY_OFFICER", "", ""),
}
if OPERATOR["email"] and not re.fullmatch(r"[^@\s]+@[^@\s]+", OPERATOR["email"]):
    raise wrong("OPERATOR_EMAIL", "Set it like ai@example.go.kr.")
OFFICIAL_SITE = read("bool", "OFFICIAL_SITE", False, "Set it to true or false.")

# Open data: the type of KOGL (공공누리) under which the register is given away; open_data/licence.py holds their terms.
DATA_LICENCE = read("int", "DATA_LICENCE", 1, "Set it to 0, 1, 2, 3 or 4, a type of KOGL.")
if not 0 <= DATA_LICENCE <= 4:
    raise wrong("DATA_LICENCE", "Set it to 0, 1, 2, 3 or 4, a type of KOGL.")
# What the national portal asks of a data set, and only the operator knows.
DATA_CLASSIFICATION = read("str", "DATA_CLASSIFICATION", "", "")
DATA_LEGAL_BASIS = read("str", "DATA_LEGAL_BASIS", "", "")
DATA_NEXT_UPDATE = read("str", "DATA_NEXT_UPDATE", "", "")
# Where packages of editions are kept once somebody asked for them; they can be deleted at any time.
PACKAGES_DIR = VAR_DIR / "packages"
# Where tables are kept as files once somebody read one to its end, and how much of them; 0 keeps none.
FILES_DIR, FILES_KEPT_MB = VAR_DIR / "files", 500
