"""What tests of documents and adapters need; the extra `testing` brings its libraries."""
