"""The view 設定: which language model is used, where the page may choose it."""
