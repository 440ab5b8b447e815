  {1, 0x1d0b8d88ebb5e068u, 0x30be2b4f7f7bc67cu},
  {2, 0x487c387020a90f98u, 0x41acbe1e01b49d0bu},
  {7, 0x3c4356f3eae95106u, 0x4b9d7effd1e68c1au},
