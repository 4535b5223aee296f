# 何したい: the commands of this project. `make` alone lists them.
# Python 3.11 or newer with the venv module is all that has to be there before.

PYTHON ?= $(shell for each in python3.11 python3.12 python3.13 python3; do \
	if $$each -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$each; exit; fi; done)
VENV := .venv
MODEL_VENV := .venv-model
BIN := $(VENV)/bin
PORT ?= 8501
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
VERSION = $(shell sed -n 's/^__version__ = "\(.*\)"/\1/p' advisor/__init__.py)
SIDE_BY_SIDE ?= -n 2 --dist loadfile
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help run test test-model check format lock audit bundle clean torture screenshots eval eval-reading eval-retrieval bench-retrieval eval-consultation licences

help: ## この一覧を出します (list the commands)
	@echo "何したい $(VERSION)"
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | awk -F'\t' '{printf "  make %-18s %s\n", $$1, $$2}'

run: $(VENV)/run.stamp ## 用意して、この機械だけに画面を開きます http://127.0.0.1:8501 (set up and open the page)
	$(BIN)/python -m advisor serve --port $(PORT)

test: $(VENV)/test.stamp ## 用意して、すべての試験をします (set up and run all tests)
	$(BIN)/python -m pytest $(SIDE_BY_SIDE)

check: $(VENV)/test.stamp ## 形・型・階層・依存と、速い試験を確かめます (lint, types, floors, dependencies, quick tests)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/deptry advisor
	$(BIN)/deptry evals tests --ignore DEP002,DEP004
	$(BIN)/python -m pytest -m "not slow and not browser and not office" $(SIDE_BY_SIDE)

format: $(VENV)/test.stamp ## 形を整えます (format the code)
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

torture: $(VENV)/test.stamp ## 強制終了を200回くり返しても発言が失われないか (the long crash loops)
	ADVISOR_TORTURE=1 $(BIN)/python -m pytest -m torture
	ADVISOR_TORTURE=1 $(BIN)/python -m pytest tests/consultations/test_hostile_model.py

test-model: $(VENV)/test.stamp $(MODEL_VENV)/stamp ## 小さな本物の言語モデルと話して試します。数十分かかります (with a small real model)
	ADVISOR_MODEL_TEST_PYTHON=$(MODEL_VENV)/bin/python ADVISOR_MODEL_TEST_FOLDER=$(MODEL_VENV)/model \
		$(BIN)/python -m pytest -s -m model tests/model

bundle: $(VENV)/test.stamp ## ネットワークのない機械へ運ぶ一式を dist/ に作ります。SYSTEM=windows も (the offline bundle)
	$(BIN)/python -m evals.bundle dist $(SYSTEM)

eval: $(VENV)/test.stamp ## 助言のよさを測り、受け入れた基準の値と比べます (measure the advice and compare it with the baseline)
	$(BIN)/python -m evals --out eval-results
	$(BIN)/python -m evals compare evals/baseline.json eval-results/results.json

eval-reading: $(VENV)/test.stamp ## 読み取りの正しさを測ります (measure the reader)
	$(BIN)/python -m evals.reading

eval-retrieval: $(VENV)/test.stamp ## 内蔵資料の検索を測ります (measure search in the library)
	$(BIN)/python -m evals.retrieval --library

bench-retrieval: $(VENV)/test.stamp ## JSQuADで検索を測ります。ADVISOR_SHAREDに置き場所を (benchmark search on JSQuAD)
	@test -n "$(ADVISOR_SHARED)" || { echo "ADVISOR_SHARED に、jsquad/valid-v1.3.json を持つフォルダを指定してください。"; exit 1; }
	$(BIN)/python -m evals.retrieval --halves $(ADVISOR_SHARED)/jsquad/valid-v1.3.json

eval-consultation: $(VENV)/test.stamp ## 架空の職員と相談させ、会話を出します (play the officials)
	$(BIN)/python -m evals.consultation

screenshots: $(VENV)/test.stamp ## READMEの画面の絵を撮り直します。Chromiumが要ります (take the pictures again)
	$(BIN)/python -m evals.screenshots docs/images

licences: $(VENV)/run.stamp ## THIRD_PARTY.md の表を作り直します (rebuild the table of licences)
	$(BIN)/python -m evals.licences THIRD_PARTY.md

lock: $(VENV)/test.stamp ## 版を固め直します (resolve the pins again)
	$(PIP) install -q uv
	$(BIN)/uv pip compile $(LOCKING) --extra build --extra pdf pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile $(LOCKING) --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

LOCKING := -q --no-config --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	--no-emit-index-url --no-emit-find-links $(UPGRADE)

audit: $(VENV)/test.stamp ## 知られた弱点がないか調べます。ネットワークが要ります (look for known vulnerabilities)
	$(PIP) install -q pip-audit
	$(BIN)/pip-audit --disable-pip --require-hashes -r requirements.lock

$(MODEL_VENV)/stamp: requirements-model-test.txt | $(BIN)/python
	$(PYTHON) -m venv $(MODEL_VENV)
	$(MODEL_VENV)/bin/python -m pip --disable-pip-version-check --no-input install -q --require-hashes --no-deps -r requirements-model-test.txt
	@touch $@

clean: ## 作ったものを消します。相談の記録は消しません (remove what was built, never the consultations)
	rm -rf $(VENV) $(MODEL_VENV) dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(BIN)/python:
	@test -n "$(PYTHON)" || { \
		echo "Python 3.11以上と、その venv モジュールが見つかりません。次のように入れてから、もう一度お試しください。"; \
		echo "  Debian・Ubuntu : sudo apt-get install python3 python3-venv"; \
		echo "  RHEL・Rocky    : sudo dnf install python3.11"; \
		echo "  macOS          : brew install python@3.12"; \
		echo "別の場所にあるときは: make run PYTHON=/path/to/python3.11"; \
		echo "(Python 3.11 or newer with venv was not found; install it as above, or name it with PYTHON=.)"; \
		exit 1; }
	$(PYTHON) -m venv $(VENV)

# A stamp is newer than the lock it was made from, so that a second run installs nothing.
$(VENV)/run.stamp: requirements.lock | $(BIN)/python
	@echo "必要なものを入れています (はじめの一度だけ、数分かかります)"
	$(PIP) install -q --require-hashes --no-deps --no-compile -r requirements.lock
	$(PIP) install -q --no-deps --no-build-isolation --no-compile -e .
	@touch $@

$(VENV)/test.stamp: requirements-dev.lock | $(BIN)/python
	@echo "試験に必要なものを入れています (はじめの一度だけ、数分かかります)"
	$(PIP) install -q --require-hashes --no-deps --no-compile -r requirements-dev.lock
	$(PIP) install -q --no-deps --no-build-isolation --no-compile -e .
	@touch $@
