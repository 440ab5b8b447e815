  {1, 0x731a1a20d5fae186u, 0x239bf5faa10471feu},
  {2, 0xcf9097965ab8d83bu, 0x2eb986eb8b7efea6u},
  {7, 0x90d21e8760e3da3bu, 0x01cd4b3f5e51b4a5u},
