  {1, 0x51d7da25d3d978b2u, 0xe80d6926f6bfb9a4u},
  {2, 0xd2810571acf23090u, 0x51c8bfebaedb7639u},
  {7, 0xcdb11066ff1da30bu, 0x87bd9d9887e401a3u},
