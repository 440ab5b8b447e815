  {1, 0x3f4ef7ee81a136d8u, 0xa29d93e67c0334aeu},
  {2, 0xaf73e0147555c281u, 0x6cc618e5b9173dddu},
  {7, 0xe1f25e4b412a6341u, 0x9b4bcecd5ded50d1u},
