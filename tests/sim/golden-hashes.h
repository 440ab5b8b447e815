  {1, 0x694718354fcbd9a5u, 0x8983979d9dd84d8cu},
  {2, 0xc14366e7eff8ea4fu, 0xd98f3ffdffd8a4e2u},
  {7, 0xef6c486b7fe5fff5u, 0x9f5e6816f1111d63u},
