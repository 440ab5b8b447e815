  {1, 0x6103257ac92eba00u, 0x16d1f2f4629c0c5fu},
  {2, 0x3a5ff996f2cddf32u, 0x4b82921c3acdf334u},
  {7, 0x0ba6fa9f6f6d29d9u, 0xd31c6c7ad086ed1fu},
