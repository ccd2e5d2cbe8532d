# `make run` and `make test` set up all they need; everything they make is in .venv/ and var/.
PORT ?= 8000
HOST ?= 127.0.0.1
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py

.PHONY: run cluster test drill readers lighthouse fuzz-api bench schema lint check format messages
.DEFAULT_GOAL := run

.venv/run-ready: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/test-ready: requirements-dev.txt .venv/run-ready
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

.venv-bench/ready: requirements-bench.txt requirements.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	touch $@

messages: .venv/run-ready
	@$(BIN)/pybabel --quiet compile --directory locale --domain django

# Serve the real register. The first run sets everything up; later ones keep all data.
run: .venv/run-ready messages
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_register --if-empty
	@$(MANAGE) make_first_account
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@echo "Serving on http://$(HOST):$(PORT)/ (staff: /admin/). Stop with Ctrl+C."
	@$(BIN)/gunicorn gwangju_ai.wsgi --workers 2 --worker-class gthread --threads 4 --no-control-socket --bind $(HOST):$(PORT)

# Two app servers, PostgreSQL with a replica, Redis, and nginx in front, as docs/deploy.md installs them, in var/cluster.
# Needs nginx, redis-server and postgresql (apt). nginx listens on PORT, the others on the five after it.
cluster: PORT = 8080
cluster: .venv/run-ready messages
	@$(BIN)/python -m deploy.cluster --port $(PORT)

# The whole suite: on SQLite with the browser, then what asks a database on PostgreSQL (tests/database_only.py).
test: .venv/test-ready messages
	$(BIN)/python -m pytest -n 2 -m "not browser and not cluster"
	$(BIN)/python -m pytest -n 2 -m browser
	$(BIN)/python -m pytest -m cluster
	$(BIN)/python -m tests.on_postgres -n 2 -m "not browser and not cluster"

# Every file of open data, cell by cell, in LibreOffice; then a minute of readers (below). Needs soffice (apt install
# libreoffice-calc) and what `make cluster` needs.
drill: .venv/test-ready messages
	$(BIN)/python -m pytest tests/drill/office.py
	$(BIN)/python -m tests.cluster --minutes 1 --readers 200

# 200 readers at once of a cluster in which something is published every ten seconds: is any answer old, or mixed?
readers: .venv/test-ready messages
	$(BIN)/python -m tests.cluster --minutes $(or $(MINUTES),5) --readers $(or $(READERS),200)

# Scores of the main pages, on a phone and on a desk. Needs Node, for npx, and a chromium.
lighthouse: .venv/test-ready messages
	$(BIN)/python -m tests.lighthouse

# Asks the API of the served program some thousands of questions, right and wrong ones, and says what it found.
fuzz-api: .venv/test-ready messages
	$(BIN)/python -m tests.fuzz_api

# How fast it is, beside others, in one run; writes docs/performance.md. `make bench MEASURES="a c"` takes some of them.
# Needs wrk (apt install wrk), and an hour with nothing else to do; the first run also makes the registers.
bench: .venv-bench/ready
	@.venv-bench/bin/pybabel --quiet compile --directory locale --domain django
	.venv-bench/bin/python -m benchmarks $(MEASURES)

# The description of the API (docs/openapi.yaml), after its views or tables have changed.
schema: .venv/run-ready
	@$(MANAGE) write_api_description

lint: .venv/test-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djade --target-version 5.2 --check $(shell git ls-files 'templates/*.html')
	$(BIN)/lint-imports

format: .venv/test-ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	-$(BIN)/djade --target-version 5.2 $(shell git ls-files 'templates/*.html')

check: .venv/run-ready messages
	$(MANAGE) check
	$(MANAGE) makemigrations --check --dry-run
	SECRET_KEY=$$($(BIN)/python -c "import secrets; print(secrets.token_urlsafe(60))") ALLOWED_HOSTS=example.go.kr \
		$(MANAGE) check --deploy --fail-level WARNING
