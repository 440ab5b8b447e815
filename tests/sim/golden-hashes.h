  {1, 0xe5c6f3f68333e325u, 0x4907ebb4abf66702u},
  {2, 0xf54c4a2ccea2276eu, 0x64f260c8f15f199eu},
  {7, 0x2f6aa7390b248fdau, 0xae77c2b2b00df15du},
