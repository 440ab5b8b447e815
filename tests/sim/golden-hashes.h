  {1, 0x49f2afb75bf55257u, 0x0d78b4c5049e3974u},
  {2, 0x8c174b6311ccfddau, 0x8eab463af0a6bb88u},
  {7, 0xba0daf916b6dd865u, 0x9f6010aecc42f454u},
